package planted.document;

class ThingManager {}
