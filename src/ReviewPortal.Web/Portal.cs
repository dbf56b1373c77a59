using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Committee;
using ReviewPortal.Core.Review;
using ReviewPortal.Web.Commands;
using ReviewPortal.Web.Demo;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Infrastructure.Media.Caged;
using ReviewPortal.Infrastructure.Pdf;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features;
using ReviewPortal.Web.Features.Appeals;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Features.ProcesVerbaal;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Features.Retention;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Features.Student;
using ReviewPortal.Web.Features.Worklist;
using ReviewPortal.Web.Layout;

namespace ReviewPortal.Web;

/// <summary>The portal as a web application: a table of contents of its parts.</summary>
internal static class Portal
{
#if DEBUG
    // `dotnet run` builds this and is how the demo starts. A file of launch settings would do it too, and print a line before every command's output.
    private static string? DefaultEnvironment => IsSet("ASPNETCORE_ENVIRONMENT") || IsSet("DOTNET_ENVIRONMENT") ? null : Environments.Development;

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
#else
    private static string? DefaultEnvironment => null;
#endif

    public static WebApplication Build(PortalOptions options)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = [.. options.Arguments],
            EnvironmentName = options.Arguments.Any(argument => argument.StartsWith("--environment", StringComparison.Ordinal)) ? null : DefaultEnvironment,
            // The working directory is the caller's, so that paths on the command line mean what the caller means by them.
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Built and not published, the program finds its scripts and styles where they were built, in every environment.
        builder.WebHost.UseStaticWebAssets();
        var data = new DataFolder(options.Data);
        if (!options.OnlyReads) data.Create();
        // What the database reports ends the command, and is told once, in a sentence.
        if (options.IsCommand) builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None).AddFilter("Microsoft.AspNetCore", LogLevel.Error).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        HouseTerms.Choose(HouseTermSettings.Read(builder.Configuration));
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton(BoardPolicySettings.Read(builder.Configuration));
        builder.Services.AddSingleton(new SignalPolicy(AfterOwnPass: builder.Configuration.Flag("Review:SignalsAfterOwnPass", standard: false)));
        builder.Services.AddSingleton(new TakingPolicy(Allowed: builder.Configuration.Flag("Review:Taking", standard: true)));
        builder.Services.AddSingleton(SigningSettings.Read(builder.Configuration));
        builder.Services.AddStore(data, options.OnlyReads);
        builder.Services.AddVault();
        builder.Services.AddCage(builder.Configuration["Media:Programs"] ?? Environment.GetEnvironmentVariable("PATH"));
        // A command ends before anything is measured; the server sees what it took in.
        if (!options.IsCommand) builder.Services.AddHostedService<MeasuringWorker>();
        builder.Services.AddSingleton(new SupplierSettings(builder.Configuration["Suppliers:Proctorio:Secret"]));
        builder.Services.AddDeliverySettings(builder.Configuration);
        builder.Services.AddDocuments(builder.Configuration, selfMade: builder.Environment.IsDevelopment() && !options.OnlyReads ? data.Seal : null, builder.Environment.IsDevelopment() ? PublicAddress.ReadOrListening(builder.Configuration) : PublicAddress.Read(builder.Configuration));
        builder.Services.AddMail(builder.Configuration, builder.Environment, data);
        // As with measuring: what a command publishes the server sends.
        if (!options.IsCommand) builder.Services.AddSingleton<TellOfTheLetters>().AddHostedService<OutboxRounds>().AddHostedService<ReportRounds>();
        builder.Services.AddProxies(builder.Configuration);
        builder.Services.AddAccess(data, builder.Environment);
        builder.Services.AddActions();
        builder.Services.AddDeliveryApi(builder.Configuration);
        builder.Services.AddPages();
        if (builder.Environment.IsDevelopment()) builder.Services.AddSingleton<DemoSuppliers>().AddSingleton<DemoPortal>();

        var app = builder.Build();
        app.UsePortalPipeline();
        app.MapAccount();
        app.MapHealth();
        app.MapMedia();
        app.MapDeliveryApi();
        app.MapFacts();
        app.MapStills();
        app.MapRosters();
        app.MapReviewData();
        app.MapExhibits();
        app.MapReportDocuments();
        app.MapLetterDocuments();
        app.MapHouseTexts();
        app.MapAttachments();
        app.MapDeliveryLog();
        app.MapReturnedMail();
        app.MapFacilityDocuments();
        app.MapCalendars();
        app.MapDossier();
        app.MapCaseCsv();
        app.MapSittingCsv();
        app.MapWorkloadCsv();
        app.MapBsnCsv();
        app.MapAuditExport();
        app.MapPages();
        return app;
    }
}

/// <param name="Data">The folder of database, vault and keys.</param>
/// <param name="Arguments">What goes on to the web host, such as --urls.</param>
internal sealed record PortalOptions(string Data, IReadOnlyList<string> Arguments)
{
    /// <summary>A command's output is for scripts: nothing but warnings, and those on the error stream.</summary>
    public bool IsCommand { get; init; }

    /// <summary>A command that only looks makes nothing and changes nothing, not even where there is nothing to look at.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>The clock that everybody in the portal reads.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
