using FlowEngine.Chat.Turns;
using FlowEngine.Conversations;

namespace FlowEngine.Api.Tests.Crash;

/// <summary>A catalogue with a bug.</summary>
internal sealed class BrokenCatalog : IProductCatalog
{
    public ValueTask<IReadOnlyList<Product>> SearchAsync(TenantKey tenant, ProductQuery query, CancellationToken cancellationToken) => throw Bug();

    public ValueTask<IReadOnlyList<Product>> ByPriceAsync(TenantKey tenant, PriceRange range, CancellationToken cancellationToken) => throw Bug();

    public ValueTask<IReadOnlyList<Product>> GetAsync(TenantKey tenant, IReadOnlyList<long> ids, CancellationToken cancellationToken) => throw Bug();

    public ValueTask<IReadOnlyList<ProductCategory>> CategoriesAsync(TenantKey tenant, CancellationToken cancellationToken) => throw Bug();

    private static InvalidOperationException Bug() => new("A bug.");
}

/// <summary>A writer with a bug.</summary>
internal sealed class BrokenWriter : ITurnWriter
{
    public Task<ClaimResult> ClaimAsync(TurnClaim claim, CancellationToken cancellationToken) => throw new InvalidOperationException("A bug.");

    public Task<CommitResult> CommitAsync(TurnCommit commit, CancellationToken cancellationToken) => throw new InvalidOperationException("A bug.");

    public Task ReleaseAsync(TurnClaim claim, CancellationToken cancellationToken) => Task.CompletedTask;
}
