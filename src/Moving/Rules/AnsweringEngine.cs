using FlowEngine.Moving.Rows;

namespace FlowEngine.Moving.Rules;

/// <summary>
/// Who made a message: our own column where there is one, else the marks that the legacy system left in the message's metadata -
/// its flow engine <c>workflow_engine_v2</c>, the direct assistant an <c>assistant_name</c>.
/// </summary>
public static class AnsweringEngine
{
    public const string V1 = "v1";
    public const string V2 = "v2";
    public const string Unknown = "";

    public static string Of(LegacyRow message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Filled("engine") is V1 or V2)
        {
            return message.Filled("engine")!;
        }

        var metadata = message.Text("metadata") ?? "";
        return metadata.Contains("workflow_engine_v2", StringComparison.Ordinal) ? V2
            : metadata.Contains("assistant_name", StringComparison.Ordinal) ? V1
            : Unknown;
    }
}
