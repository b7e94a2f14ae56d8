using FlowEngine.Api.Assistants;
using FlowEngine.Api.Audit;
using FlowEngine.Api.Bodies;
using FlowEngine.Api.Chat;
using FlowEngine.Api.Comparisons;
using FlowEngine.Api.Comparisons.Series;
using FlowEngine.Api.Events;
using FlowEngine.Api.Flows;
using FlowEngine.Api.FlowTests;
using FlowEngine.Api.Health;
using FlowEngine.Api.Jobs;
using FlowEngine.Api.Nodes;
using FlowEngine.Api.OpenApi;
using FlowEngine.Api.Secrets;
using FlowEngine.Api.Settings;
using FlowEngine.Api.StagePreviews;
using FlowEngine.Api.Stages;
using FlowEngine.Api.Switches;
using FlowEngine.Api.Telemetry;
using FlowEngine.Api.Tenants;
using FlowEngine.Api.Trying;
using FlowEngine.Chat.Timeouts;
using FlowEngine.Hosting;
using FlowEngine.Hosting.Access;
using FlowEngine.Hosting.ServiceSettings;
using FlowEngine.ParallelRuns.Gates;
using FlowEngine.ParallelRuns.Work;

namespace FlowEngine.Api.Serving;

/// <summary>The web host.</summary>
public static class ServiceHost
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <param name="args">Configuration in the form <c>--FlowEngine:InstanceId=x</c>.</param>
    public static WebApplication Build(
        string[] args, Action<WebApplicationBuilder>? configure = null, ServiceRole role = ServiceRole.All)
    {
        var builder = CreateBuilder(args);
        builder.Services.AddHostedService<SettingsWatch>();
        builder.Services.AddHostedService<ReplacedDatabase>();
        builder.Services.AddHostedService<TelemetryExport>();
        builder.Services.AddHostedService<BacklogCounter>();
        builder.Services.AddHostedService<ApiKeyUseRecorder>();
        if (role != ServiceRole.Web)
        {
            builder.Services.AddBackgroundWork();
        }

        if (role != ServiceRole.Worker)
        {
            builder.Services.AddHostedService(services => services.GetRequiredService<EventFeed>());
        }

        builder.Services.AddOpenApi("v1", ApiDescription.Configure);

        // A start that fails is told once, by who started it, not also by the host with its stack.
        var started = false;
        builder.Logging.AddFilter(HostCategory, level => started && level >= LogLevel.Warning);
        configure?.Invoke(builder);
        SettingsCheck.Demand(builder.Configuration);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseQueryGuard();
        var api = app.MapGroup("").RefuseFaultyParts().WithProblems();
        api.MapHealth();
        app.MapMetrics();
        if (role != ServiceRole.Worker)
        {
            api.MapApi();
            MapPages(app);
        }

        return app;
    }

    private static void MapApi(this IEndpointRouteBuilder api)
    {
        api.MapChat();
        api.MapNodes();
        api.MapFlows();
        api.MapFlowTests();
        api.MapTries();
        api.MapAiConfigurations();
        api.MapSecrets();
        api.MapSettings();
        api.MapTenants();
        api.MapStages();
        api.MapSwitches();
        api.MapAudit();
        api.MapComparisons();
        api.MapComparisonSeries();
        api.MapStagePreviews();
        api.MapDocuments();
        api.MapJobs();
        api.MapFlowTestJobs();
        api.MapEvents();
    }

    private static void MapPages(WebApplication app)
    {
        app.MapGet("/", () => TypedResults.Redirect("/docs")).ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.SwaggerEndpoint("/openapi/v1.json", "FlowEngine");
        });
    }

    /// <summary>Settings and parts, without what listens or runs in the background.</summary>
    internal static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(ServiceHost).Assembly.GetName().Name,
            ContentRootPath = ContentRoot(),
        });
        builder.Services.AddSingleton(SettingsFiles.Guard(builder.Configuration));
        UseDefaultAddress(builder);
        builder.Services.AddFlowEngine(builder.Configuration).AddApi();
        return builder;
    }

    /// <summary>The program's own folder where appsettings.json is not in the folder it was started from.</summary>
    private static string ContentRoot() =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    /// <summary>5080 only if no address is configured: a fixed one would override every other source.</summary>
    private static void UseDefaultAddress(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (string.IsNullOrEmpty(settings["urls"]) && string.IsNullOrEmpty(settings["http_ports"]) && string.IsNullOrEmpty(settings["https_ports"])
            && !settings.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }
}
