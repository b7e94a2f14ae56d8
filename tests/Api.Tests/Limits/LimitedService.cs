using System.Net;
using System.Text;
using System.Text.Json;
using FlowEngine.Api.Tests.Chat.Harness;
using FlowEngine.Integrations.Models;
using Microsoft.Extensions.DependencyInjection;

namespace FlowEngine.Api.Tests.Limits;

/// <summary>A service whose tenant <c>demo</c> pays for its model, with a flow <c>ask</c> of one model call.</summary>
internal static class LimitedService
{
    public static async Task<ChatService> StartAsync(string model = "paid", TimeProvider? clock = null, params string[] settings)
    {
        var service = await ChatService.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton<IModelProvider, PricedProvider>();
                if (clock is not null)
                {
                    builder.Services.AddSingleton(clock);
                }
            },
            settings);
        await service.ExecuteAsync("UPDATE ai_assistant_configurations SET provider = 'priced', model_name = @model", ("model", model));
        await service.PublishAsync("demo", "ask", FlowDocuments.Document((1, "ai_response", new { }, [2]), (2, "end", new { }, [])));
        return service;
    }

    public static Task<HttpResponseMessage> AskAsync(this ChatService service, object? more = null, string path = ChatApi.V2, string? key = null, string? accept = null)
    {
        var body = JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        body["flow"] = "ask";
        return service.Api().PostAsync(path, ChatApi.Body("merhaba", body), key, accept);
    }

    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.TooManyRequests, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        return problem;
    }

    public static async Task<JsonElement> SettingsAsync(this ChatService service, string json, HttpStatusCode status = HttpStatusCode.OK, string key = "demo-admin")
    {
        using var client = Client(service, key);
        using var response = await client.PutAsync(new Uri("/api/admin/settings", UriKind.Relative), new StringContent(json, Encoding.UTF8, "application/json"));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        return JsonElement.Parse(text);
    }

    public static Task<JsonElement> SettingsAsync(this ChatService service) => service.Api("demo-admin").GetAsync("/api/admin/settings");

    private static HttpClient Client(ChatService service, string key)
    {
        var client = new HttpClient { BaseAddress = service.Address };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {key}");
        return client;
    }
}
