using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using FlowEngine.Conversations;
using FlowEngine.NodeTypes;

namespace FlowEngine.Running;

/// <summary>Notes what the ports of one turn answered, with the node that asked.</summary>
internal sealed class OutsideAnswers(NodeContext context, List<OutsideAnswer> answers, List<ModelCall> calls)
{
    /// <summary>Letters as they are: escaped, a Turkish text is twice as long.</summary>
    public static OutsideAnswersContext Json { get; } = new(new JsonSerializerOptions(OutsideAnswersContext.Default.Options)
    {
        Encoder = RelaxedJson.Encoder,
    });

    public T Note<T>(string port, T answer, JsonTypeInfo<T> type)
    {
        answers.Add(new OutsideAnswer(port, context.NodeId, JsonSerializer.Serialize(answer, type)));
        return answer;
    }

    public void Note(ModelRequest request, ModelReply reply)
    {
        calls.Add(new(context.NodeId, request, reply));
        Note(
            "model",
            new ModelAnswer(reply.Text, reply.Usage.Model, reply.Usage.InputTokens, reply.Usage.OutputTokens, reply.FailureCode, reply.Usage.Cost)
            {
                Calls = reply.Calls.Count > 0 ? reply.Calls : null,
                Cut = reply.Usage.Cut,
            },
            Json.ModelAnswer);
    }
}

internal sealed record ModelAnswer(string? Text, string? Model, int InputTokens, int OutputTokens, string? FailureCode, ModelCost? Cost = null)
{
    /// <summary>Tools that the model asked for; null where it asked for none. What they gave is among the answers of the ports that they read.</summary>
    public IReadOnlyList<ModelToolCall>? Calls { get; init; }

    /// <summary>Why the answer is not whole; null where it is.</summary>
    public string? Cut { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModelAnswer))]
[JsonSerializable(typeof(OutgoingAnswer))]
[JsonSerializable(typeof(Value))]
[JsonSerializable(typeof(IReadOnlyList<Product>))]
[JsonSerializable(typeof(IReadOnlyList<Passage>))]
internal sealed partial class OutsideAnswersContext : JsonSerializerContext;
