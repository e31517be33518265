package planted.unmarked;

class Anything {}
