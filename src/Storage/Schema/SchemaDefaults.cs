namespace FlowEngine.Storage.Schema;

/// <param name="InstanceId">The installation that rows belong to which were written before there were several.</param>
public sealed record SchemaDefaults(string InstanceId);
