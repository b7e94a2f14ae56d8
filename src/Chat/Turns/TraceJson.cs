using System.Buffers;
using System.Text;
using System.Text.Json;
using FlowEngine.Conversations;
using FlowEngine.Text.Personal;

namespace FlowEngine.Chat.Turns;

/// <summary>Traces and outside answers as they are stored: bounded, and without the values of what a person told about themselves.</summary>
internal static class TraceJson
{
    private const int MaxValue = 200;

    /// <summary>Characters of all outside answers of one turn; a turn that got more cannot be replayed without asking again.</summary>
    private const int MaxAnswers = 64 * 1024;

    /// <param name="personal">What the person told so far: it is taken out of other values too.</param>
    public static string Write(IReadOnlyList<TraceStep> trace, IReadOnlyCollection<string> personal)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, RelaxedJson.Writing))
        {
            writer.WriteStartArray();
            foreach (var step in trace)
            {
                Write(writer, step, personal);
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Write(IReadOnlyList<OutsideAnswer> answers, IReadOnlyCollection<string> personal)
    {
        if (answers.Count == 0)
        {
            return "[]";
        }

        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, RelaxedJson.Writing))
        {
            writer.WriteStartArray();
            var left = MaxAnswers;
            foreach (var answer in answers)
            {
                var kept = PersonalData.CleanAnswer(answer, personal);
                left -= kept.Length;
                writer.WriteStartObject();
                writer.WriteString("port", answer.Port);
                writer.WriteString("node", answer.NodeId);
                if (left >= 0)
                {
                    writer.WritePropertyName("answer");
                    writer.WriteRawValue(kept, skipInputValidation: true);
                }
                else
                {
                    writer.WriteNumber("omitted", kept.Length);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, TraceStep step, IReadOnlyCollection<string> personal)
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
                writer.WriteString(assignment.Name, Show(assignment, personal));
            }

            writer.WriteEndObject();
        }

        if (step.Model?.Cut is { } cut)
        {
            writer.WriteString("cut", cut);
        }

        if (step.Model?.Thinking is { } thinking)
        {
            writer.WriteString("thinking", PersonalText.Clean(thinking, personal));
        }

        if (step.Fault is { } fault)
        {
            writer.WriteString("failure", fault.Code);
            writer.WriteString("cause", fault.Cause is { } cause ? PersonalText.Clean(cause, personal) : null);
        }

        writer.WriteEndObject();
    }

    private static string Show(Assignment assignment, IReadOnlyCollection<string> personal)
    {
        switch (assignment.Value.Kind)
        {
            case ValueKind.List:
                return $"[{assignment.Value.Items.Count}]";
            case ValueKind.Object:
                return "{}";
            case ValueKind.Null or ValueKind.Boolean:
                return assignment.Value.ToString();
            default:
                var text = assignment.IsPersonal || PersonalNames.Has(assignment.Name)
                    ? PersonalText.Hidden
                    : PersonalText.Clean(assignment.Value.ToString(), personal);
                return UnicodeText.Title(text, MaxValue);
        }
    }
}
