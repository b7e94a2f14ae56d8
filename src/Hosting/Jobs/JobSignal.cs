using FlowEngine.Chat.Background;

namespace FlowEngine.Hosting.Jobs;

/// <summary>Rings when this process started a job.</summary>
public sealed class JobSignal : WorkSignal;
