namespace FlowEngine.Load;

/// <param name="HeapMiB">Managed memory after a full collection.</param>
internal sealed record MemoryAt(int Conversations, double HeapMiB, double WorkingSetMiB);

/// <summary>Memory while conversations that wait for an answer grow in number.</summary>
internal static class OpenConversations
{
    public static async Task<IReadOnlyList<MemoryAt>> MeasureAsync(Shop shop, LoadOptions options)
    {
        var (opened, points) = (0, new List<MemoryAt>());
        foreach (var target in new[] { options.Conversations / 10, options.Conversations / 2, options.Conversations })
        {
            var sessions = Enumerable.Range(opened, target - opened);
            await Parallel.ForEachAsync(
                sessions,
                new ParallelOptions { MaxDegreeOfParallelism = options.Connections },
                async (number, _) => await Turns.PostAsync(shop.Client, Endpoint.Lead, $"open-{number}", "merhaba"));
            opened = target;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            points.Add(new(target, GC.GetTotalMemory(forceFullCollection: true) / 1048576d, Environment.WorkingSet / 1048576d));
        }

        return points;
    }
}
