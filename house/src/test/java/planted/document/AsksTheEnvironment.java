package planted.document;

class AsksTheEnvironment {
    String who() {
        return System.getenv("USER");
    }
}
