package planted.util;

class Anything {}
