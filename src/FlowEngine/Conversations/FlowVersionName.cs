namespace FlowEngine.Conversations;

/// <summary>How a version is named where people switch it off: <c>NAME@VERSION</c>.</summary>
public static class FlowVersionName
{
    public static string Of(FlowVersionRef flow) => $"{flow.Name}@{flow.Version}";

    /// <summary>Null where it may be walked; costs nothing where nothing is switched off.</summary>
    public static TurnFailure? FaultOf(TenantProfile tenant, FlowVersionRef flow) =>
        tenant.DisabledFlowVersions.Count > 0 && tenant.DisabledFlowVersions.Contains(Of(flow))
            ? new(FailureCodes.FlowVersionDisabled, null, $"{Of(flow)} is switched off")
            : null;
}
