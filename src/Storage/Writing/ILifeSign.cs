namespace FlowEngine.Storage.Writing;

/// <summary>How the processes that serve from one database see which of them live.</summary>
public interface ILifeSign
{
    /// <summary>Gives a sign of life that goes with the process, however it ends.</summary>
    /// <param name="alone">Run where no other process gives one, before others can start; null: a sign that was lost is given again.</param>
    Task<ILifeSession> GiveAsync(Func<Task>? alone, CancellationToken cancellationToken);
}

public interface ILifeSession : IAsyncDisposable
{
    /// <summary>Ends where the sign is lost.</summary>
    Task UntilLostAsync(CancellationToken cancellationToken);
}
