using FlowEngine.Testing.Scripts;

namespace FlowEngine.Api.FlowTests;

/// <summary>A script as it is kept.</summary>
/// <param name="Id">Under which it is stored, or its file.</param>
public sealed record FlowTestSource(string Id, string Text)
{
    public FlowTestReading Reading { get; } = FlowTestReader.Read(Text);
}
