package dev.gatehouse.app.demo;

/** A part of the story. */
interface Chapter {
  /** Returns what it shows, for the heading. */
  String title();

  /** Tells it; returns one sentence about what was seen, for the end. */
  String tell(Story story);
}
