using System.Text.RegularExpressions;
using FlowEngine.Architecture.Tests.Sources;

namespace FlowEngine.Architecture.Tests.Rules;

/// <summary>A test that waits for ever hangs the whole run, and nobody learns which it was.</summary>
public sealed partial class BoundedWaitTests
{
    private static readonly string s_root = RepositoryRoot.Find();

    [Fact]
    public void Waits_OfTestsForProcessesAndSignals_HaveABound() =>
        Breaches.None(
            from file in Directory.EnumerateFiles(Path.Combine(s_root, "tests"), "*.cs", SearchOption.AllDirectories)
            let name = Path.GetRelativePath(s_root, file)
            where name.Contains(".Tests/", StringComparison.Ordinal) && !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal)
            from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
            where Unbounded().IsMatch(line.Text)
            select $"{name}:{line.Number}: {line.Text.Trim()} waits for ever; give it a bound that fails by name, as BoundedWaits does");

    /// <summary>A database server is another matter: it handles SIGINT whatever it inherits.</summary>
    [Fact]
    public void Signals_OfTests_AreNoneThatAShellMayHaveSwitchedOff() =>
        Breaches.None(
            from file in Directory.EnumerateFiles(Path.Combine(s_root, "tests"), "*.cs", SearchOption.AllDirectories)
            where Path.GetFileName(file) != nameof(BoundedWaitTests) + ".cs" && file.Contains(".Tests/", StringComparison.Ordinal) && File.ReadAllText(file).Contains("\"-INT\"", StringComparison.Ordinal)
            select $"{Path.GetRelativePath(s_root, file)}: who starts the tests may ignore SIGINT, and what it starts does then too; send -TERM");

    [GeneratedRegex(@"\.(WaitForExitAsync|WaitForExit)\(\)(?!\.(ComesAsync|WaitAsync))|await [^;]*ReadLineAsync\(\)(?!\.(ComesAsync|WaitAsync))|(?<!\w)\w+\.Wait\(\)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unbounded();
}
