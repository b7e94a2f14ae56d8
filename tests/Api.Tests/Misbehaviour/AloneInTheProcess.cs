namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>Tests that look at the whole process: no others run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "alone in the process";
}
