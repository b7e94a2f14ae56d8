using System.Text;
using FlowEngine.Moving.Dumps;

namespace FlowEngine.Moving.Tests.Dumps;

internal static class DumpReading
{
    public static IReadOnlyList<DumpEntry> Entries(string sql, Encoding? charset = null) => Entries(Encoding.UTF8.GetBytes(sql), charset);

    public static IReadOnlyList<DumpEntry> Entries(byte[] sql, Encoding? charset = null) =>
        [.. new SqlDump(new MemoryStream(sql), ["t", "ai_prompts"], charset).Read()];

    public static IReadOnlyList<DumpRow> Rows(string sql, Encoding? charset = null) => [.. Entries(sql, charset).OfType<DumpRow>()];

    public static IReadOnlyList<DumpRow> Rows(byte[] sql, Encoding? charset = null) => [.. Entries(sql, charset).OfType<DumpRow>()];

    /// <summary>The one value of the one row.</summary>
    public static object? Value(string literal, string type = "text", string before = "") =>
        Assert.Single(Assert.Single(Rows($"{before}CREATE TABLE t (x {type}); INSERT INTO t VALUES ({literal});")).Values);

    public static string Fault(string sql, Encoding? charset = null) => Fault(Encoding.UTF8.GetBytes(sql), charset);

    public static string Fault(byte[] sql, Encoding? charset = null) => Assert.Throws<InvalidDataException>(() => Entries(sql, charset)).Message;
}
