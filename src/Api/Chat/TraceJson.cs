using System.Buffers;
using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Chat;

/// <summary>Traces and outside answers as they are stored: bounded, and without the values of what a person told about themselves.</summary>
internal static class TraceJson
{
    private const int MaxValue = 200;

    /// <summary>Characters of all outside answers of one turn; a turn that got more cannot be replayed without asking again.</summary>
    private const int MaxAnswers = 64 * 1024;

    /// <summary>Names whose values are personal; the trace says that they were set, not to what.</summary>
    private static readonly HashSet<string> s_personal = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "email", "phone", "address", "first_name", "last_name", "company", "birthday",
    };

    public static string Write(IReadOnlyList<TraceStep> trace)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var step in trace)
            {
                Write(writer, step);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Write(IReadOnlyList<OutsideAnswer> answers)
    {
        if (answers.Count == 0)
        {
            return "[]";
        }

        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            var left = MaxAnswers;
            foreach (var answer in answers)
            {
                left -= answer.Answer.Length;
                writer.WriteStartObject();
                writer.WriteString("port", answer.Port);
                writer.WriteString("node", answer.NodeId);
                if (left >= 0)
                {
                    writer.WritePropertyName("answer");
                    writer.WriteRawValue(answer.Answer, skipInputValidation: true);
                }
                else
                {
                    writer.WriteNumber("omitted", answer.Answer.Length);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, TraceStep step)
    {
        writer.WriteStartObject();
        writer.WriteString("node", step.Node.NodeId);
        writer.WriteString("type", step.Node.Type);
        if (step.PortName is { } port)
        {
            writer.WriteString("port", port);
        }

        writer.WriteNumber("us", step.DurationTicks / 10);
        if (!step.Sets.IsDefaultOrEmpty)
        {
            writer.WriteStartObject("set");
            foreach (var assignment in step.Sets)
            {
                writer.WriteString(assignment.Name, Show(assignment));
            }

            writer.WriteEndObject();
        }

        if (step.Fault is { } fault)
        {
            writer.WriteString("failure", fault.Code);
            writer.WriteString("cause", fault.Cause);
        }

        writer.WriteEndObject();
    }

    private static string Show(Assignment assignment)
    {
        if (s_personal.Contains(assignment.Name))
        {
            return "***";
        }

        return assignment.Value.Kind switch
        {
            ValueKind.List => $"[{assignment.Value.Items.Count}]",
            ValueKind.Object => "{}",
            _ => assignment.Value.ToString() is var text && text.Length > MaxValue ? text[..MaxValue] : assignment.Value.ToString(),
        };
    }
}
