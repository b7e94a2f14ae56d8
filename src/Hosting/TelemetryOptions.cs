using System.ComponentModel.DataAnnotations;

namespace FlowEngine.Hosting;

/// <summary>Where spans and metrics are sent. <c>/metrics</c> is there in any case.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    public const string Grpc = "grpc";
    public const string HttpProtobuf = "http/protobuf";

    /// <summary>Base address of an OpenTelemetry collector, such as <c>http://collector:4318</c>; nothing is sent where it is absent.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary><c>http/protobuf</c> or <c>grpc</c>.</summary>
    [RegularExpression("http/protobuf|grpc", MatchTimeoutInMilliseconds = 1000, ErrorMessage = "must be 'http/protobuf' or 'grpc'")]
    public string OtlpProtocol { get; set; } = HttpProtobuf;

    /// <summary>How often metrics are sent.</summary>
    [Range(1, 3600)]
    public int MetricsIntervalSeconds { get; set; } = 60;

    /// <summary>Null where nothing is sent.</summary>
    public Uri? ToEndpoint() => string.IsNullOrEmpty(OtlpEndpoint) ? null : new Uri(OtlpEndpoint);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        string.IsNullOrEmpty(OtlpEndpoint)
        || (Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            ? []
            : [new ValidationResult("is not an http or https address such as http://collector:4318.", [nameof(OtlpEndpoint)])];
}
