using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace FlowEngine.Moving.Tests.Dumps;

public sealed class DumpSpellingTests
{
    /// <summary>What the grammar of comments and quotes makes much of.</summary>
    private static readonly string[] s_awkward =
        ["", "'", "\"", "\\", "--", "-- ", "#", "/*", "*/", "/*!40101 ", ";", ";;", "`", "),(", "\0", "\u001A", "\n", "NULL", "ığüşöçİ", "😀", "\\'", "DELIMITER $$\n"];

    [Fact]
    public void Read_RowsSpeltAnyhow_AreTheSameRows() => Prop.ForAll<NonNull<string>[], int>((texts, seed) =>
    {
        var random = new Random(seed);
        object? One() => random.Next(6) switch
        {
            0 => null,
            1 => random.NextInt64(-1_000_000, long.MaxValue),
            2 or 3 => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => s_awkward[random.Next(s_awkward.Length)])),
            _ when texts.Length > 0 => string.Concat(texts[random.Next(texts.Length)].Get.EnumerateRunes()),
            _ => "x",
        };
        var rows = Enumerable.Range(1, 1 + random.Next(12)).Select(id => new[] { (long)id, One(), One() }).ToList();
        var sql = new DumpSpelling(random).Table(rows);

        var read = DumpReading.Rows(sql);

        Assert.True(
            rows.Select(Shown).SequenceEqual(read.Select(row => Shown([.. row.Values]))), $"{sql}\n---\n{string.Join('\n', read.Select(row => Shown([.. row.Values])))}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    /// <summary>A text column has a number as the text that MySQL makes of it.</summary>
    private static string Shown(object?[] values) => string.Join('|', values.Select(value => value switch
    {
        null => "(null)",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    }));
}
