package planted.document;

class StartsAThread {
    void start() {
        new Thread(() -> {}).start();
    }
}
