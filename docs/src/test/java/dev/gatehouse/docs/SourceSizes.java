package dev.gatehouse.docs;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How long the files and the methods of a module's main sources are, in lines.
 *
 * @param files the lengths of the files, sorted; package-info files do not count
 * @param methods the lengths of the methods with a body, sorted
 */
record SourceSizes(List<Integer> files, List<Integer> methods) {
  SourceSizes {
    files = files.stream().sorted().toList();
    methods = methods.stream().sorted().toList();
  }

  /** Measures these files. */
  static SourceSizes of(List<Path> sources) {
    List<Integer> files = new ArrayList<>();
    for (Path source : sources) {
      files.add((int) Project.read(source).lines().count());
    }
    return new SourceSizes(files, methodLengths(sources));
  }

  private static List<Integer> methodLengths(List<Path> sources) {
    List<Integer> lengths = new ArrayList<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Methods(unit, positions).scan(unit, lengths);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lengths;
  }

  /** Returns the length below which this percentage of the sorted lengths lies; 0 without any. */
  static int percentile(List<Integer> sorted, int percent) {
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.min(sorted.size() - 1, percent * sorted.size() / 100));
  }

  private static final class Methods extends TreeScanner<Void, List<Integer>> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Methods(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitMethod(MethodTree method, List<Integer> lengths) {
      if (method.getBody() != null) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
        lengths.add((int) (last - first + 1));
      }
      return super.visitMethod(method, lengths);
    }
  }
}
