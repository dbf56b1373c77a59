using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ReviewPortal.Infrastructure.Vault;

namespace ReviewPortal.Web.Tests.Vault;

/// <summary>A real Kestrel that serves one recording, and keeps what goes wrong in it.</summary>
internal sealed class MediaServer : ILoggerProvider, IAsyncDisposable
{
    private readonly WebApplication _app;

    private MediaServer(TempRecording recording)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(this);
        _app = builder.Build();
        _app.MapMethods("/recording", ["GET", "HEAD"], () => new MediaResponse(recording.Open(), "video/webm"));
    }

    public ConcurrentQueue<string> Complaints { get; } = [];

    public HttpClient Client { get; } = new();

    public static async Task<MediaServer> StartAsync(TempRecording recording)
    {
        var server = new MediaServer(recording);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        server.Client.BaseAddress = new Uri(server._app.Urls.Single());
        return server;
    }

    public ILogger CreateLogger(string categoryName) => new Ear(Complaints);

    public void Dispose()
    {
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Ear(ConcurrentQueue<string> complaints) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) complaints.Enqueue(formatter(state, exception) + exception);
        }
    }
}
