using FlowEngine.Conversations;
using FlowEngine.Faults;

namespace FlowEngine.Api.Tests.Misbehaviour;

/// <summary>What becomes of a turn, by fault: the code of its failure, or null where it is answered all the same.</summary>
internal static class Expected
{
    private static readonly (string Fault, string? Model, string? Endpoint)[] s_all =
    [
        (Fault.Well, null, null),
        ("late_answer", null, null),
        ("hang_before_headers", FailureCodes.ModelTimeout, FailureCodes.OutgoingTimeout),
        ("hang_after_headers", FailureCodes.ModelTimeout, FailureCodes.OutgoingTimeout),
        ("hang_mid_stream", FailureCodes.ModelTimeout, FailureCodes.OutgoingTimeout),
        ("slow_tokens", FailureCodes.ModelTimeout, FailureCodes.OutgoingTimeout),
        ("reset_at_once", FailureCodes.ModelFailed, FailureCodes.OutgoingFailed),
        ("reset_mid_stream", FailureCodes.ModelFailed, FailureCodes.OutgoingFailed),
        ("close_at_once", FailureCodes.ModelFailed, FailureCodes.OutgoingFailed),
        ("half_event_then_close", FailureCodes.ModelFailed, FailureCodes.OutgoingFailed),
        ("half_event_then_end", FailureCodes.ModelFailed, FailureCodes.ResponseNotJson),
        ("wrong_json", FailureCodes.ModelFailed, FailureCodes.ResponseNotJson),
        ("html_page", FailureCodes.ModelFailed, FailureCodes.ResponseNotJson),
        ("not_http", FailureCodes.ModelFailed, FailureCodes.OutgoingFailed),
        ("rate_limited_once", null, null),
        ("rate_limited", FailureCodes.ModelRateLimited, FailureCodes.OutgoingStatus),
        ("rate_limited_for_an_hour", FailureCodes.ModelRateLimited, FailureCodes.OutgoingStatus),
        ("fails_once", null, null),
        ("fails", FailureCodes.ModelFailed, FailureCodes.OutgoingStatus),
        ("ten_megabytes", FailureCodes.ModelFailed, FailureCodes.ResponseTooLarge),
        ("ten_megabytes_in_a_line", FailureCodes.ModelFailed, FailureCodes.ResponseTooLarge),
        ("two_answers", null, FailureCodes.ResponseNotJson),
        ("answer_after_the_end", null, null),
        ("events_after_done", null, FailureCodes.ResponseNotJson),
        ("empty_answer", FailureCodes.ModelFailed, null),
        ("no_event", FailureCodes.ModelFailed, null),
    ];

    public static IEnumerable<string> Faults => s_all.Select(row => row.Fault);

    public static string? FailureOf(FaultCase test)
    {
        var (_, model, endpoint) = s_all.Single(row => row.Fault == test.Fault);
        return test.Wire.Streams ? model : endpoint;
    }

    public static IEnumerable<FaultCase> Cases() =>
        from fault in Faults
        from wire in Wire.All
        from streamed in new[] { false, true }
        from way in wire.Streams ? new[] { FaultyFlows.Plain, FaultyFlows.Guarded, FaultCase.V1 } : [FaultyFlows.Plain, FaultyFlows.Guarded]
        select new FaultCase(fault, wire.Name, streamed, way);
}
