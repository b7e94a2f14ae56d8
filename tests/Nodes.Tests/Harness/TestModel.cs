using System.Runtime.CompilerServices;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>
/// The tenant's only model. It answers what <see cref="Answer"/> makes of the context that it is given (by default the number of
/// products and passages), in two chunks, and keeps every context.
/// </summary>
public sealed class TestModel : IModelDirectory, IChatClient
{
    public Func<ModelContext, string> Answer { get; set; } =
        context => $"{context.Language}: {context.Products.Count} products, {context.Passages.Count} passages";

    public List<ModelContext> Asked { get; } = [];

    public List<ChatOptions> Options { get; } = [];

    /// <summary>Tools that it calls, by the number of the reply from 1; it says "One moment." before them.</summary>
    public Func<int, IReadOnlyList<FunctionCallContent>> Calls { get; set; } = _ => [];

    /// <summary>What it was sent, in the order of <see cref="Asked"/>.</summary>
    public List<IReadOnlyList<ChatMessage>> Sent { get; } = [];

    /// <summary>The tenant has no model.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Before each answer.</summary>
    public Func<CancellationToken, Task> Wait { get; set; } = _ => Task.CompletedTask;

    /// <summary>Every call throws.</summary>
    public bool IsDown { get; set; }

    public static FunctionCallContent Call(string tool, params (string Name, object? Value)[] arguments) =>
        new("", tool, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));

    public ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(TenantKey tenant, string? configuration, CancellationToken cancellationToken) =>
        new(IsMissing || configuration is not (null or "default") ? [] : [new ConfiguredModel("default", "test", "test-1", this)]);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Wait(cancellationToken);
        if (IsDown)
        {
            throw new HttpRequestException("The model is down.");
        }

        var context = (ModelContext)options!.AdditionalProperties![ModelContext.PropertyName]!;
        Asked.Add(context);
        Options.Add(options);
        Sent.Add([.. messages]);
        if (Calls(Asked.Count) is { Count: > 0 } calls)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, "One moment.");
            yield return new ChatResponseUpdate(
                ChatRole.Assistant, [.. calls, new UsageContent(new() { InputTokenCount = 100, OutputTokenCount = 7 })]);
            yield break;
        }

        var text = Answer(context);
        yield return new ChatResponseUpdate(ChatRole.Assistant, text[..(text.Length / 2)]);
        yield return new ChatResponseUpdate(ChatRole.Assistant, text[(text.Length / 2)..]);
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new() { InputTokenCount = 100, OutputTokenCount = text.Length })]);
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Nothing is held.
    }
}
