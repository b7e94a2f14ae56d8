using FlowEngine.Api.Serving;
using FlowEngine.Api.Tests.Harness;
using FlowEngine.Chat.Background;
using FlowEngine.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace FlowEngine.Api.Tests.Background;

public sealed class RepeatingServiceTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(OutOfMemoryException))]
    public async Task Round_ThatThrows_IsFollowedByTheNext(Type fault)
    {
        using var work = new Work(round => round < 3 ? throw (Exception)Activator.CreateInstance(fault)! : Task.CompletedTask);
        await work.StartAsync(CancellationToken.None);

        await work.Reached(5).WaitAsync(s_patience);
        Assert.False(work.ExecuteTask!.IsCompleted);

        await work.StopAsync(CancellationToken.None).WaitAsync(s_patience);
        Assert.True(work.ExecuteTask.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task BackgroundWorkOfTheService_IsAllOfThisKind()
    {
        await using var service = await ServiceFixture.StartAsync();

        var work = service.Services.GetServices<IHostedService>().OfType<BackgroundService>()
            .Where(work => work.GetType().Namespace!.StartsWith("FlowEngine", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(work);
        Assert.All(work, service => Assert.IsType<RepeatingService>(service, exactMatch: false));
    }

    [Fact]
    public async Task Serve_EndedByAFaultOfBackgroundWork_ExitsWithOne()
    {
        using var database = new TemporaryDatabase();
        await using var app = ServiceHost.Build(
            ["--urls", "http://127.0.0.1:0", $"--FlowEngine:Database:ConnectionString=Data Source={database.FilePath}"],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddHostedService<Faulty>();
            });
        Assert.Null(await ServiceStart.PrepareAsync(app.Services, CancellationToken.None));

        Assert.Equal(1, await ServeCommand.ServeAsync(app, CancellationToken.None).WaitAsync(s_patience));
    }

    private sealed class Faulty : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await Task.Yield();
            throw new InvalidOperationException("Out of order.");
        }
    }

    private sealed class Work(Func<int, Task> round) : RepeatingService(every: null, new Hurried(), NullLogger.Instance)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _rounds;
        private int _goal = int.MaxValue;

        public Task Reached(int rounds)
        {
            Volatile.Write(ref _goal, rounds);
            return _reached.Task;
        }

        protected override async Task RoundAsync(CancellationToken stopping)
        {
            await Task.Yield();
            if (++_rounds >= Volatile.Read(ref _goal))
            {
                _reached.TrySetResult();
            }

            await round(_rounds);
            await Task.Delay(1, stopping);
        }
    }

    /// <summary>Timers of it fire at once.</summary>
    private sealed class Hurried : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.FromMilliseconds(1), period);
    }
}
