package dev.parley.bench.measure;

/** One figure of one round. */
public record Measure(String name, String unit, double value) {}
