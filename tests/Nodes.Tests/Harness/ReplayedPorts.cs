using System.Runtime.CompilerServices;
using System.Text.Json;
using FlowEngine.Conversations;
using Microsoft.Extensions.AI;
using Xunit;

namespace FlowEngine.Nodes.Tests.Harness;

/// <summary>Answers what was noted of another turn, in its order, and nothing else.</summary>
public sealed class ReplayedPorts(IEnumerable<OutsideAnswer> answers) : IProductCatalog, IKnowledgeBase, IModelDirectory, IChatClient
{
    private readonly Queue<OutsideAnswer> _left = new(answers);

    public int Left => _left.Count;

    public ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken) =>
        new(Next<List<Product>>("catalog.search"));

    public ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken) =>
        new(Next<List<Product>>("catalog.by_price"));

    public ValueTask<IReadOnlyList<Product>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        new(Next<List<Product>>("catalog.get"));

    public ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken) => new([]);

    public ValueTask<IReadOnlyList<Passage>> SearchAsync(
        TenantKey tenant, string text, int limit, double minimumScore, CancellationToken cancellationToken) =>
        new(Next<List<Passage>>("knowledge.search"));

    ValueTask<IReadOnlyList<Passage>> IKnowledgeBase.GetAsync(
        TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) => new(Next<List<Passage>>("knowledge.get"));

    public ValueTask<IReadOnlyList<ConfiguredModel>> ChainAsync(TenantKey tenant, string? configuration, CancellationToken cancellationToken) =>
        new([new ConfiguredModel("default", "test", "test-1", this)]);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        var reply = Next<Reply>("model");
        if (reply.FailureCode is { } code)
        {
            throw new ModelCallException(code, "replayed");
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant,
        [
            new TextContent(reply.Text ?? ""),
            .. (reply.Calls ?? []).Select(call => new FunctionCallContent("", call.Name, call.Arguments!.Value.Members.ToDictionary(
                pair => pair.Key, pair => (object?)JsonSerializer.SerializeToElement(pair.Value)))),
            new UsageContent(new() { InputTokenCount = reply.InputTokens, OutputTokenCount = reply.OutputTokens }),
        ]);
    }

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private T Next<T>(string port)
    {
        var next = _left.Dequeue();
        Assert.Equal(port, next.Port);
        return JsonSerializer.Deserialize<T>(next.Answer, JsonSerializerOptions.Web)!;
    }

    private sealed record Reply(string? Text, int InputTokens, int OutputTokens, string? FailureCode, IReadOnlyList<ModelToolCall>? Calls);
}
