namespace FlowEngine.Conversations;

/// <summary>Makes one of the engines over given ports: those of users, or others in which a candidate, a drill or a test runs apart.</summary>
public interface IEngineFactory
{
    /// <summary><c>v1</c> or <c>v2</c>.</summary>
    string Name { get; }

    IConversationEngine Create(TurnPorts ports);
}
