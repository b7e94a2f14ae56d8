using FlowEngine.Drawflow;

namespace FlowEngine.Nodes.Tests.Flows;

/// <summary>The sample flows as they are published.</summary>
internal static class SampleFlow
{
    public static string Text(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "flows", $"{name}.drawflow.json"));

    public static DrawflowDocument Document(string name) => DrawflowReader.Read(Text(name)).Document!;
}
