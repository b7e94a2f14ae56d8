using FlowEngine.Moving.Dumps;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Moving.Tests;

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
        var rows = SqlDump.Read(new StringReader(Dump)).ToList();

        Assert.All(rows, row => Assert.Equal("ai_prompts", row.Table));
        Assert.Equal(["id", "name", "price"], rows[0].Columns);
        Assert.Equal([1L, "it's \"x\"\n; (a), b", null], rows[0].Values);
        Assert.Equal([2L, "ığ'ş\\", -1.5], rows[1].Values);
        Assert.Equal(["name", "id"], rows[2].Columns);
        Assert.Equal(["x", 3L], rows[2].Values);
        Assert.Equal(["ABC", 4L], rows[3].Values);
    }

    [Fact]
    public void Read_AnyTextAsMySqlEscapesIt_IsThatText() =>
        Prop.ForAll<NonNull<string>>(text => (string?)SqlDump.Read(new StringReader($"INSERT INTO t (x) VALUES ('{Escaped(text.Get)}');")).Single().Values[0] == text.Get)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("INSERT INTO `t` (`x`) VALUES ('open")]
    [InlineData("INSERT INTO `t` (`x`) VALUES (1,2);")]
    [InlineData("INSERT INTO `t` VALUES (1);")]
    [InlineData("INSERT INTO `t` (`x`) VALUES (now());")]
    public void Read_WhatIsNoDump_NamesTheLine(string text)
    {
        var fault = Assert.Throws<InvalidDataException>(() => SqlDump.Read(new StringReader($"\n{text}")).ToList());

        Assert.Contains("Line 2", fault.Message, StringComparison.Ordinal);
    }

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\u001A", "\\Z", StringComparison.Ordinal);
}
