package planted.runner;

public class Runs {}
