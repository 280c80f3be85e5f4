package dev.gatehouse.jdbc;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables to the form that this version knows. */
final class Migrations {
  private static final String FOLDER = "classpath:dev/gatehouse/jdbc/migration/";

  private Migrations() {}

  static void run(DataSource source, Dialect dialect) {
    List<String> folders = new ArrayList<>();
    folders.add(FOLDER + "all");
    if (dialect == Dialect.H2) {
      folders.add(FOLDER + "h2");
    }
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations(folders.toArray(new String[0]))
        .loggers("slf4j")
        .table("schema_version")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
