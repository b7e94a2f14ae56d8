namespace FlowEngine.NodeTypes;

/// <summary>A configuration that decides whether a node, whose type may call a model or the outside, does so.</summary>
public interface ICallingConfiguration
{
    bool CallsOut { get; }
}
