using System.Globalization;
using FlowEngine.Api.FlowTests;

namespace FlowEngine.Cli;

/// <summary>A run of tests as a person reads it.</summary>
internal static class FlowTestText
{
    public static IEnumerable<string> Lines(FlowTestRunView run, bool uncovered) =>
        run.Tests.SelectMany(Lines).Append(Summary(run)).Concat(uncovered ? Uncovered(run) : []);

    /// <summary>One expectation that does not hold: what was expected with -, what came with +.</summary>
    public static IEnumerable<string> Failure(FlowTestFailureView failure)
    {
        var said = failure.Message is null ? "(time passes)" : $"\"{failure.Message}\"";
        yield return $"    turn {failure.Turn} {said}, line {failure.Line}: {failure.What}";
        var (expected, actual) = (failure.Expected.Split('\n'), failure.Actual.Split('\n'));
        var same = 0;
        while (same < Math.Min(expected.Length, actual.Length) - 1 && expected[same] == actual[same])
        {
            yield return $"        {expected[same++]}";
        }

        foreach (var line in expected.Skip(same).Select(line => $"      - {line}").Concat(actual.Skip(same).Select(line => $"      + {line}")))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Lines(FlowTestView test)
    {
        var name = test.Name == test.Id ? "" : $"  ({Path.GetFileName(test.Id)})";
        yield return test.Passed
            ? string.Create(CultureInfo.InvariantCulture, $"  ok    {test.Name}{name}")
            : $"  FAIL  {test.Name}{name}";
        foreach (var fault in test.Faults)
        {
            yield return $"    line {fault.Line}{(fault.Pointer.Length == 0 ? "" : $" at {fault.Pointer}")}: {fault.Message} {fault.Fix}";
        }

        foreach (var line in test.Failures.SelectMany(Failure))
        {
            yield return line;
        }
    }

    private static string Summary(FlowTestRunView run)
    {
        if (run.Total == 0)
        {
            return $"{run.Flow}: there are no tests beside it; --generate writes some.";
        }

        var tests = $"{run.Flow}: {run.Total} test{(run.Total == 1 ? "" : "s")}, {run.Failed} failed";
        return run.Coverage is not { } coverage ? tests : string.Create(
            CultureInfo.InvariantCulture,
            $"{tests}; covered {coverage.Percent}%: nodes {Count(coverage.Nodes)}, edges {Count(coverage.Edges)}, optional ports {Count(coverage.OptionalPorts)}, time-outs {Count(coverage.Timeouts)}");
    }

    private static IEnumerable<string> Uncovered(FlowTestRunView run) =>
        run.Coverage?.Uncovered.Select(point => $"  not covered: {point.Name}") ?? [];

    private static string Count(CoverageCountView count) => $"{count.Covered}/{count.Total}";
}
