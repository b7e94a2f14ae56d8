namespace FlowEngine.Comparing.Tests.Reporting;

/// <summary>Tests that count what the whole process holds: no others run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "alone in the process";
}
