using FlowEngine.Api.FlowTests;
using FlowEngine.Testing.Scripts;

namespace FlowEngine.Cli;

/// <summary>A flow file and its tests: <c>NAME.conversation.json</c> and <c>NAME.CASE.conversation.json</c> beside it.</summary>
internal sealed record ConversationFiles(string FlowPath, IReadOnlyList<FlowTestSource> Tests)
{
    public const string Ending = ".conversation.json";

    private static readonly string[] s_flowEndings = [".drawflow.json", ".json"];

    /// <param name="paths">Flows, which stand for all tests beside them, and single tests.</param>
    /// <returns>A flow a row, in the order named; or why a file cannot be found or read.</returns>
    public static async Task<(IReadOnlyList<ConversationFiles> Files, string? Fault)> FindAsync(
        IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var tests = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var isTest = path.EndsWith(Ending, StringComparison.Ordinal);
            if (isTest && !File.Exists(path))
            {
                return ([], $"{path}: there is no such file.");
            }

            if ((isTest ? FlowBeside(path) : path) is not { } flow)
            {
                return ([], $"{path}: there is no flow {FlowFile.NameOf(path)}{s_flowEndings[0]} beside it.");
            }

            var known = tests.TryGetValue(flow, out var list) ? list : tests[flow] = [];
            known.AddRange((isTest ? [path] : Beside(flow)).Except(known, StringComparer.Ordinal).ToList());
        }

        var found = new List<ConversationFiles>(tests.Count);
        foreach (var (flow, files) in tests)
        {
            var sources = new List<FlowTestSource>(files.Count);
            foreach (var file in files)
            {
                sources.Add(new(file, await File.ReadAllTextAsync(file, cancellationToken)));
            }

            found.Add(new(flow, sources));
        }

        return (found, null);
    }

    /// <summary>Writes tests beside the flow as <c>NAME.generated-N.conversation.json</c>, over none that is there.</summary>
    public async Task<IReadOnlyList<FlowTestSource>> AddAsync(IReadOnlyList<FlowTest> tests, CancellationToken cancellationToken)
    {
        var (added, number) = (new List<FlowTestSource>(tests.Count), 0);
        foreach (var test in tests)
        {
            string path;
            do
            {
                path = Path.Combine(FolderOf(FlowPath), $"{FlowFile.NameOf(FlowPath)}.generated-{++number}{Ending}");
            }
            while (File.Exists(path));

            var text = FlowTestWriter.Write(test);
            await File.WriteAllTextAsync(path, text, cancellationToken);
            added.Add(new(path, text));
        }

        return added;
    }

    private static string? FlowBeside(string test) => s_flowEndings
        .Select(ending => Path.Combine(Path.GetDirectoryName(test) ?? "", FlowFile.NameOf(test) + ending))
        .FirstOrDefault(File.Exists);

    private static IEnumerable<string> Beside(string flow)
    {
        var (folder, name) = (FolderOf(flow), FlowFile.NameOf(flow));
        return !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, $"{name}.*{Ending}")
            .Append(Path.Combine(folder, name + Ending))
            .Where(File.Exists)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".";
}
