using System.Runtime.CompilerServices;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.AI;

namespace FlowEngine.Load.Compared;

/// <summary>Flows that V2 walks as the candidate: one that works, and three that do not.</summary>
internal static class Candidates
{
    /// <summary>Both rounds are without comparisons: how far two rounds differ by chance.</summary>
    public const string Nobody = "nobody";

    public const string Works = "shop-assistant";
    public const string Sleeps = "sleeps";
    public const string Throws = "throws";
    public const string Loops = "loops";

    public static IReadOnlyList<string> All { get; } = [Nobody, Works, Sleeps, Throws, Loops];

    /// <summary>By name.</summary>
    public static IReadOnlyList<(string Name, string Document)> Broken { get; } =
    [
        (Sleeps, Asks(Sleeps)),
        (Throws, Asks(Throws)),
        (Loops, """
            {"drawflow":{"Home":{"data":{
            "1":{"id":1,"name":"set_variable","data":{"assignments":[{"name":"walk.round","value":"again"}]},"class":"","html":"","typenode":false,
              "inputs":{"input_1":{"connections":[{"node":"2","input":"output_1"}]}},
              "outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0,"pos_y":0},
            "2":{"id":2,"name":"condition","data":{"all":[{"left":"round","op":"eq","right":"again"}]},"class":"","html":"","typenode":false,
              "inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},
              "outputs":{"output_1":{"connections":[{"node":"1","output":"input_1"}]},"output_2":{"connections":[{"node":"3","output":"input_1"}]}},"pos_x":0,"pos_y":0},
            "3":{"id":3,"name":"end","data":{},"class":"","html":"","typenode":false,
              "inputs":{"input_1":{"connections":[{"node":"2","input":"output_2"}]}},"outputs":{},"pos_x":0,"pos_y":0}}}}}
            """),
    ];

    private static string Asks(string configuration) => """
        {"drawflow":{"Home":{"data":{
        "1":{"id":1,"name":"ai_response","data":{"configuration":"NAME"},"class":"","html":"","typenode":false,"inputs":{},
          "outputs":{"output_1":{"connections":[{"node":"2","output":"input_1"}]}},"pos_x":0,"pos_y":0},
        "2":{"id":2,"name":"end","data":{},"class":"","html":"","typenode":false,
          "inputs":{"input_1":{"connections":[{"node":"1","input":"output_1"}]}},"outputs":{},"pos_x":0,"pos_y":0}}}}}
        """.Replace("NAME", configuration, StringComparison.Ordinal);
}

/// <summary>The models <c>sleeps</c>, which takes five seconds, and <c>throws</c>.</summary>
internal sealed class BrokenProvider : IModelProvider
{
    public string Name => "broken";

    public ValueTask<IChatClient> CreateAsync(AiConfiguration configuration, CancellationToken cancellationToken) =>
        new(new Client(configuration.ModelName));

    private sealed class Client(string model) : IChatClient
    {
        private static readonly TimeSpan s_sleep = TimeSpan.FromSeconds(5);

        public Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            if (model == Candidates.Throws)
            {
                throw new InvalidOperationException("broken on purpose");
            }

            await Task.Delay(s_sleep, cancellationToken);
            yield return new(ChatRole.Assistant, "At last.");
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
