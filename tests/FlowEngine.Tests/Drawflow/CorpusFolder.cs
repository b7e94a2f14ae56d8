using Xunit;

namespace FlowEngine.Tests.Drawflow;

/// <summary>Real exports, kept beside the repository where their licences allow no copy in it.</summary>
internal static class CorpusFolder
{
    /// <summary>Null where it is absent.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "FlowEngine.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.Parent is { } beside && System.IO.Path.Combine(beside.FullName, "shared", "corpus") is var corpus && Directory.Exists(corpus)
            ? corpus
            : null;
    }
}

/// <summary>A theory over the corpus; shown as skipped where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute()
    {
        if (CorpusFolder.Path is null)
        {
            Skip = "The corpus of real exports is not beside the repository.";
        }
    }
}
