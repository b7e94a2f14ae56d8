namespace FlowEngine.Conversations;

/// <summary>Why a turn or a node failed, as it stands in replies, traces and tables.</summary>
public static class FailureCodes
{
    public const string AddressNotAllowed = "address_not_allowed";
    public const string BadHeader = "bad_header";
    public const string BadUrl = "bad_url";
    public const string Cancelled = "cancelled";
    public const string CostLimit = "cost_limit";
    public const string CurrencyRateMissing = "currency_rate_missing";
    public const string CurrencyRatesTooOld = "currency_rates_too_old";
    public const string DepthLimit = "depth_limit";
    /// <summary>A bug: the engine threw.</summary>
    public const string EngineFailed = "engine_failed";

    public const string FlowInvalid = "flow_invalid";
    public const string FlowNotFound = "flow_not_found";
    /// <summary>A kill switch stops the version.</summary>
    public const string FlowVersionDisabled = "flow_version_disabled";

    public const string HostNotAllowed = "host_not_allowed";
    public const string ModelFailed = "model_failed";
    public const string ModelRateLimited = "model_rate_limited";
    public const string ModelTimeout = "model_timeout";
    public const string ModelUnavailable = "model_unavailable";
    public const string NoCase = "no_case";
    public const string NodeFailed = "node_failed";
    public const string NodeNotFound = "node_not_found";
    public const string NodeTimeout = "node_timeout";
    public const string NodeTypeDisabled = "node_type_disabled";
    public const string NotGrounded = "not_grounded";
    public const string NotWaiting = "not_waiting";
    public const string OutgoingFailed = "outgoing_failed";

    /// <summary>The other side answered with a status other than 2xx.</summary>
    public const string OutgoingStatus = "outgoing_status";

    public const string OutgoingTimeout = "outgoing_timeout";
    public const string OutputLimit = "output_limit";
    public const string PromptMissing = "prompt_missing";
    public const string ResponseNotJson = "response_not_json";

    /// <summary>The bytes of the answer are not text in the encoding that it names.</summary>
    public const string ResponseNotText = "response_not_text";

    public const string ResponseTooLarge = "response_too_large";
    public const string SecretUnknown = "secret_unknown";
    public const string StateTooLarge = "state_too_large";
    public const string StateUnreadable = "state_unreadable";
    public const string StateVersionUnknown = "state_version_unknown";
    public const string StepLimit = "step_limit";
    public const string TimeLimit = "time_limit";
    public const string TlsRequired = "tls_required";
    public const string TokenLimit = "token_limit";
    public const string TooManyRedirects = "too_many_redirects";
}
