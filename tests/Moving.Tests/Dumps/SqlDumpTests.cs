using System.Text;
using FlowEngine.Moving.Dumps;

namespace FlowEngine.Moving.Tests.Dumps;

public sealed class SqlDumpTests
{
    private const string Dump = """
        -- MySQL dump 10.13  Distrib 8.0
        /*!40101 SET NAMES utf8mb4 */;
        DROP TABLE IF EXISTS `ai_prompts`;
        CREATE TABLE `ai_prompts` (
          `id` bigint unsigned NOT NULL AUTO_INCREMENT,
          `name` varchar(200) COLLATE utf8mb4_unicode_ci DEFAULT 'a,b);',
          `price` decimal(10,2) DEFAULT NULL COMMENT 'x',
          PRIMARY KEY (`id`),
          KEY `ai_prompts_name_index` (`name`,`price`)
        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
        LOCK TABLES `ai_prompts` WRITE;
        INSERT INTO `ai_prompts` VALUES (1,'it\'s \"x\"\n; (a), b',NULL),(2,'ığ''ş\\',-1.50);
        INSERT INTO `ai_prompts` (`name`, `id`) VALUES (_binary 'x', 3),
          (0x414243, 4);
        UNLOCK TABLES;
        """;

    [Fact]
    public void Read_ADump_GivesItsRows()
    {
        var rows = DumpReading.Rows(Dump);

        Assert.All(rows, row => Assert.Equal("ai_prompts", row.Table));
        Assert.Equal(["id", "name", "price"], rows[0].Columns);
        Assert.Equal([1L, "it's \"x\"\n; (a), b", null], rows[0].Values);
        Assert.Equal([2L, "ığ'ş\\", "-1.50"], rows[1].Values);
        Assert.Equal(["name", "id"], rows[2].Columns);
        Assert.Equal(["x", 3L], rows[2].Values);
        Assert.Equal(["ABC", 4L], rows[3].Values);
        Assert.Equal([12, 12, 13, 14], rows.Select(row => row.Line));
    }

    [Theory]
    [InlineData("NULL", null)]
    [InlineData("null", null)]
    [InlineData("TRUE", 1L)]
    [InlineData("false", 0L)]
    [InlineData("- 12", -12L)]
    [InlineData("+7", 7L)]
    [InlineData("(7)", 7L)]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("1.50", "1.50")]
    [InlineData("-1.5e-3", "-1.5e-3")]
    [InlineData(".5", ".5")]
    [InlineData("'it''s'", "it's")]
    [InlineData("\"it's \"\"x\"\"\"", "it's \"x\"")]
    [InlineData("'a' 'b'\n'c'", "abc")]
    [InlineData("N'ğ'", "ğ")]
    [InlineData("_utf8mb4'ğ'", "ğ")]
    [InlineData("_utf8mb4 'ğ' COLLATE utf8mb4_bin", "ğ")]
    [InlineData("_latin1'\\\\'", "\\")]
    [InlineData("_utf8mb4 0xC49F", "ğ")]
    [InlineData("_binary 'x'", "x")]
    [InlineData("0xC49F", "ğ")]
    [InlineData("X'C49F'", "ğ")]
    [InlineData("x'c49f'", "ğ")]
    [InlineData("CONVERT('ğ' USING utf8mb4)", "ğ")]
    [InlineData("CONVERT(0xC49F USING utf8mb4)", "ğ")]
    [InlineData("convert(0xF0 using latin5)", "ğ")]
    [InlineData("CAST('{\"a\":1}' AS JSON)", "{\"a\":1}")]
    [InlineData("CONVERT('x', CHAR(10))", "x")]
    [InlineData("CAST('x' AS CHAR(10) CHARACTER SET utf8mb4)", "x")]
    [InlineData("UNHEX('C49F')", "ğ")]
    [InlineData("FROM_BASE64('xJ8=')", "ğ")]
    [InlineData("CONCAT('a', 'b')", "ab")]
    [InlineData("TIMESTAMP'2025-01-01 10:00:00'", "2025-01-01 10:00:00")]
    [InlineData(@"'\0\b\n\r\t\Z\\\'\""\q\%\_'", "\0\b\n\r\t\u001A\\'\"q\\%\\_")]
    [InlineData("'-- # /* ; */ '", "-- # /* ; */ ")]
    [InlineData("/*!40101 'x' */", "x")]
    [InlineData("/*M!100100 'x' */", "x")]
    [InlineData("/*!'x'*/", "x")]
    [InlineData("/* 'y', */ 'x' -- 'z'\n", "x")]
    [InlineData("'x' # it's\n", "x")]
    public void Read_AnyLiteral_GivesItsValue(string literal, object? value) => Assert.Equal(value, DumpReading.Value(literal));

    [Theory]
    [InlineData("b'1'", "bit(1)", 1L)]
    [InlineData("B'0'", "bit(1)", 0L)]
    [InlineData("0b101", "bit(3)", 5L)]
    [InlineData("0x01", "bit(1)", 1L)]
    [InlineData("'\u0001'", "bit(1)", 1L)]
    [InlineData("_binary '\\0'", "bit(1)", 0L)]
    [InlineData("1", "bit(1)", 1L)]
    [InlineData("b'1'", "tinyint(1)", 1L)]
    [InlineData("0x10", "int", 16L)]
    [InlineData("'12'", "bigint(20) unsigned", 12L)]
    [InlineData("'012'", "varchar(9)", "012")]
    [InlineData("'12'", "varchar(9)", "12")]
    [InlineData("DEFAULT", "varchar(9) NOT NULL DEFAULT 'it''s'", "it's")]
    [InlineData("DEFAULT", "int DEFAULT -1", -1L)]
    [InlineData("DEFAULT", "text", null)]
    public void Read_LiteralOfATypedColumn_GivesTheColumnsValue(string literal, string type, object? value) =>
        Assert.Equal(value, DumpReading.Value(literal, type));

    [Theory]
    [InlineData("0x01", 1L)]
    [InlineData("b'1'", 1L)]
    [InlineData("'\u0001'", 1L)]
    [InlineData("'\\0'", 0L)]
    [InlineData("0x4142", "AB")]
    public void Read_WithoutCreateTable_TakesBytesThatAreNoTextAsANumber(string literal, object value) =>
        Assert.Equal(value, DumpReading.Rows($"INSERT INTO t (x) VALUES ({literal});").Single().Values[0]);

    [Fact]
    public void Read_NumbersInQuotes_AreNumbersWhereTheColumnIsAnId() => Assert.Equal(
        [5L, 1L, "7"], DumpReading.Rows("INSERT INTO t (id, tenant_id, name) VALUES ('5', '1', '7');").Single().Values);

    [Theory]
    [InlineData("SET sql_mode = 'NO_BACKSLASH_ESCAPES';", @"'a\'", @"a\")]
    [InlineData("/*!40101 SET @OLD=@@SQL_MODE, SQL_MODE='STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES' */;", @"'a\n'", @"a\n")]
    [InlineData("SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_BACKSLASH_ESCAPES');", @"'\'''", @"\'")]
    [InlineData("SET @@session.sql_mode := 'NO_BACKSLASH_ESCAPES'; SET sql_mode = '';", @"'a\n'", "a\n")]
    [InlineData("SET @saved = @@sql_mode; SET sql_mode = 'NO_BACKSLASH_ESCAPES'; SET sql_mode = @saved;", @"'a\n'", "a\n")]
    [InlineData("SET sql_mode = 'NO_BACKSLASH_ESCAPES'; SET sql_mode = REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '');", @"'a\n'", "a\n")]
    [InlineData("SET sql_mode = 'ANSI';", @"'a'", "a")]
    public void Read_SqlModeOfTheDump_IsFollowed(string set, string literal, string value) => Assert.Equal(value, DumpReading.Value(literal, before: set));

    [Fact]
    public void Read_AnsiQuotes_EncloseNames() => Assert.Equal(
        ["x;y"], DumpReading.Rows("""SET sql_mode='ANSI_QUOTES'; INSERT INTO "t" ("x;y") VALUES ('a');""").Single().Columns);

    [Theory]
    [InlineData("CREATE TABLE `other` (`a` decimal(8,2), `b` decimal(8,2) GENERATED ALWAYS AS ((`a` / 1.2)) STORED) COMMENT='x/*y';")]
    [InlineData("INSERT INTO other VALUES (NOW(), ST_GeomFromText('POINT(1 1)'), 5--1, 6 /2, UUID(), a.b, @c, 0x, b'2');")]
    [InlineData("INSERT INTO other VALUES ('-- ', '/*', '#', \";\", `;`); -- it's\n")]
    [InlineData("INSERT INTO other SELECT 1 - -1; # it's\n")]
    [InlineData("INSERT INTO other VALUES (1), -- (2), 'it''s\n (3);")]
    [InlineData("DELIMITER ;;\n/*!50003 CREATE*/ /*!50017 DEFINER=`root`@`localhost`*/ /*!50003 TRIGGER `x` AFTER INSERT ON `t` FOR EACH ROW BEGIN INSERT INTO t VALUES (NOW(), NEW.id); END */;;\nDELIMITER ;\n")]
    [InlineData("DELIMITER $$\nCREATE PROCEDURE p() BEGIN INSERT INTO t SELECT 1; END$$\nDELIMITER ;\n")]
    [InlineData("CREATE TRIGGER x AFTER INSERT ON other FOR EACH ROW INSERT INTO t VALUES (NOW());")]
    [InlineData("CREATE DEFINER=`a`@`%` TRIGGER x AFTER INSERT ON other FOR EACH ROW BEGIN IF NEW.a THEN INSERT INTO t VALUES (NOW()); END IF; SET @a = CASE WHEN 1 THEN 2 END; END;")]
    [InlineData("/*!50001 CREATE VIEW `v` AS SELECT 1 AS `t`*/;")]
    [InlineData("/*M!999999\\- enable the sandbox mode */ \n")]
    [InlineData("ALTER TABLE t ADD PRIMARY KEY (id), MODIFY x int; COMMIT;")]
    [InlineData("/*!40000 ALTER TABLE `t` DISABLE KEYS */;;;")]
    [InlineData("CREATE DATABASE /*!32312 IF NOT EXISTS*/ `shop` /*!40100 DEFAULT CHARACTER SET utf8mb4 */;")]
    [InlineData("UPDATE other SET a = 1; DELETE FROM other WHERE t.x = 1; LOCK TABLES t READ; UNLOCK TABLES;")]
    [InlineData("SELECT 'a' 'b', 1 /* ' */;")]
    public void Read_WhatIsNotWanted_IsSkippedToItsEnd(string statement)
    {
        var rows = DumpReading.Rows($"CREATE TABLE t (x text); INSERT INTO t VALUES ('before');{statement}INSERT INTO t VALUES ('after');");

        Assert.Equal(["before", "after"], rows.Select(row => row.Values.Single()));
    }

    [Fact]
    public void Read_OtherTablesWithBytesOfNoCharset_AreSkipped()
    {
        byte[] dump = [.. "INSERT INTO other VALUES (_binary '"u8, 0xFF, 0x00, 0x80, (byte)'\\', (byte)'\'', 0xC3, .. "'); INSERT INTO t (x) VALUES ('a');"u8];

        Assert.Equal("a", DumpReading.Rows(dump).Single().Values[0]);
    }

    [Theory]
    [InlineData("INSERT INTO `shop`.`t` (`t`.`x`) VALUE ('a');", "shop")]
    [InlineData("USE `shop`; INSERT IGNORE INTO t (x) VALUES ('a');", "shop")]
    [InlineData("USE shop; REPLACE INTO T (x) VALUES ROW('a');", "shop")]
    [InlineData("INSERT LOW_PRIORITY t SET x = 'a';", "")]
    [InlineData("INSERT INTO t PARTITION (p0, p1) (x) VALUES ('a') ON DUPLICATE KEY UPDATE x = VALUES(x);", "")]
    [InlineData("INSERT INTO t (x) VALUES ('a') AS new;", "")]
    [InlineData("CREATE TABLE IF NOT EXISTS t (x text, y int GENERATED ALWAYS AS (1 + 1) VIRTUAL); INSERT INTO t VALUES ('a');", "")]
    [InlineData("CREATE TABLE t (x text, y int INVISIBLE, z int /*!80023 INVISIBLE */); INSERT INTO t VALUES ('a');", "")]
    [InlineData("CREATE TABLE ai_prompts (x text); CREATE TABLE t LIKE ai_prompts; INSERT INTO t VALUES ('a');", "")]
    [InlineData("CREATE TABLE t (x enum('(',',') DEFAULT ')', CONSTRAINT c CHECK (x <> ','), KEY k (x)); INSERT INTO t VALUES ('a');", "")]
    public void Read_AnyWayToInsert_GivesTheRow(string sql, string database)
    {
        var row = DumpReading.Rows(sql).Single();

        Assert.Equal((database, "x", "a"), (row.Database, row.Columns[0], row.Values[0]));
    }

    [Fact]
    public void Read_GeneratedColumnsWithDefault_KeepTheirPlaces() => Assert.Equal(
        ["a", null, 3L],
        DumpReading.Rows("CREATE TABLE t (x text, y int AS (1 + 1), z int); INSERT INTO t VALUES ('a', DEFAULT, 3);").Single().Values);

    [Theory]
    [InlineData("INSERT INTO `t` (`x`) VALUES ('open", "ends in the middle")]
    [InlineData("INSERT INTO `t` (`x`) VALUES ('open\\'", "ends in the middle")]
    [InlineData("INSERT INTO `t` (`x`) VALUES ('a'),", "ends in the middle")]
    [InlineData("INSERT INTO `t` (`x`) VALUES ('a')", "ends in the middle")]
    [InlineData("INSERT INTO `other` VALUES ('a')", "ends in the middle")]
    [InlineData("INSERT INTO `other` VALUES (NOW(), 'a", "ends in the middle")]
    [InlineData("CREATE TABLE `other` (`a` int", "ends in the middle")]
    [InlineData("/* open", "ends in the middle")]
    [InlineData("/*!40101 SET NAMES utf8mb4", "ends in the middle")]
    [InlineData("INSERT INTO `t` (`x`) VALUES (1,2);", "2 values for 1 columns")]
    [InlineData("INSERT INTO `t` VALUES (1);", "names no columns")]
    [InlineData("INSERT INTO `t` (`x`) VALUES (now());", "'now'")]
    [InlineData("INSERT INTO `t` (`x`) VALUES (CURRENT_TIMESTAMP);", "x of t is 'CURRENT_TIMESTAMP'")]
    [InlineData("INSERT INTO `t` (`x`) VALUES (@a);", "x of t")]
    [InlineData("INSERT INTO `t` (`x`) VALUES (1 + 1);", "'+'")]
    [InlineData("INSERT INTO `t` (`x`) SELECT 1;", "'SELECT'")]
    [InlineData("UPDATE `t` SET x = 1;", "UPDATE of t")]
    [InlineData("DELETE FROM t WHERE x = 1;", "DELETE of some rows of t")]
    [InlineData("LOAD DATA INFILE 'x' INTO TABLE t;", "LOAD of t")]
    [InlineData("RENAME TABLE t TO u;", "RENAME of t")]
    [InlineData("source other.sql\n", "another file")]
    [InlineData("SET NAMES gbk; INSERT INTO t (x) VALUES ('a');", "gbk")]
    public void Read_WhatCannotBeRead_NamesTheLine(string text, string says)
    {
        var fault = DumpReading.Fault($"\n{text}");

        Assert.StartsWith("Line 2 ", fault, StringComparison.Ordinal);
        Assert.Contains(says, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LOCK TABLES `other` WRITE; INSERT INTO other VALUES (1);", "UNLOCK TABLES")]
    [InlineData("START TRANSACTION; INSERT INTO other VALUES (1);", "COMMIT")]
    [InlineData("/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='' */; INSERT INTO other VALUES (1);", "@OLD_")]
    public void Read_CutBetweenStatements_IsAFault(string text, string says) =>
        Assert.Contains(says, DumpReading.Fault(text), StringComparison.Ordinal);

    [Fact]
    public void Read_SettingsThatAreSetBack_IsWhole() => Assert.Single(DumpReading.Rows(
        "SET @OLD_SQL_MODE=@@SQL_MODE, @OLD_X=@@X; INSERT INTO t (x) VALUES (1); /*!40101 SET SQL_MODE=IFNULL(@OLD_SQL_MODE, '') */;"));

    [Fact]
    public void Read_TableMadeOrEmptied_IsTold()
    {
        var entries = DumpReading.Entries(
            "CREATE TABLE t (id bigint, x text); INSERT INTO t VALUES (1, 'a'); TRUNCATE TABLE t; DROP TABLE IF EXISTS other, t; DELETE FROM t; INSERT INTO other VALUES (1);");

        Assert.Equal([("id", true), ("x", false)], Assert.IsType<DumpTableMade>(entries[0]).Columns);
        Assert.Equal(
            [typeof(DumpTableMade), typeof(DumpRow), typeof(DumpTableEmptied), typeof(DumpTableEmptied), typeof(DumpTableEmptied), typeof(DumpTableSkipped)],
            entries.Select(entry => entry.GetType()));
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_AreAFaultUnlessTheCharsetIsNamed()
    {
        byte[] dump = [.. "\nINSERT INTO t (x) VALUES ('a'),\n('"u8, 0xF0, (byte)'i', .. "');"u8];

        var fault = DumpReading.Fault(dump);
        Assert.StartsWith("Line 3 ", fault, StringComparison.Ordinal);
        Assert.Contains("x of t", fault, StringComparison.Ordinal);
        Assert.Contains("--charset", fault, StringComparison.Ordinal);
        foreach (var name in new[] { "latin5", "windows-1254", "iso-8859-9", "CP1254" })
        {
            Assert.Equal("ği", DumpReading.Rows(dump, DumpCharsets.Find(name))[^1].Values[0]);
        }
    }

    [Fact]
    public void Read_CharsetThatTheDumpSays_IsFollowed()
    {
        byte[] dump =
        [
            .. "/*!40101 SET NAMES latin5 */; SET @saved_cs_client = @@character_set_client; SET character_set_client = utf8mb4; CREATE TABLE t (x text); SET character_set_client = @saved_cs_client; INSERT INTO t VALUES ('"u8,
            0xFD, 0xFE, 0xF0, .. "');"u8,
        ];

        Assert.Equal("ışğ", DumpReading.Rows(dump).Single().Values[0]);
    }

    [Theory]
    [InlineData("utf8mb4", "utf-8")]
    [InlineData("LATIN1", "windows-1252")]
    [InlineData("latin5", "iso-8859-9")]
    [InlineData("cp1254", "windows-1254")]
    [InlineData("gbk", null)]
    [InlineData("utf-16", null)]
    [InlineData("nothing", null)]
    public void Charsets_ByTheirNames(string name, string? found) => Assert.Equal(found, DumpCharsets.Find(name)?.WebName);

    [Fact]
    public void Read_TextAcrossTheEdgeOfTheBuffer_IsWhole()
    {
        // More than a buffer, with quotes and escapes at every place of its edge.
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(number => number % 7 == 0 ? "'" : number % 11 == 0 ? "\\" : "ş"));
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
        var sql = new StringBuilder("CREATE TABLE t (x text);\n");
        for (var pad = 0; pad < 40; pad++)
        {
            sql.Append(' ', pad).Append("INSERT INTO t VALUES ('").Append(escaped).Append("');\n");
        }

        var rows = DumpReading.Rows(sql.ToString());

        Assert.Equal(40, rows.Count);
        Assert.All(rows, row => Assert.Equal(text, row.Values[0]));
        Assert.Equal(Enumerable.Range(2, 40), rows.Select(row => row.Line));
    }
}
