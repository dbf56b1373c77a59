using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;

namespace ReviewPortal.Infrastructure.Pdf;

public static class DocumentServices
{
    /// <summary>Letters and processen-verbaal as PDF, in the name of the institution of the configuration.</summary>
    /// <param name="selfMade">Where a certificate of the portal's own is kept when none is set; null where only the institution's will do.</param>
    /// <param name="address">Where a letter can be checked.</param>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration, string? selfMade, PublicAddress address)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var institution = InstitutionOf(configuration.GetSection("Institution"));
        services.AddSingleton(institution);
        services.AddSingleton<Institutions>();
        services.AddSingleton(address);
        services.AddSingleton(configuration["Seal:Certificate"] is { Length: > 0 } file ? SealCertificate.Of(file, configuration["Seal:Password"])
            : selfMade is null ? SealCertificate.None
            : SealCertificate.SelfMade(selfMade, institution.Name.Dutch));
        services.AddSingleton<ElectronicSeal>();
        services.AddSingleton<DocumentPrinter>();
        services.AddSingleton<LetterIssue>();
        services.AddSingleton<StudentNames>();
        services.AddSingleton<DocumentPress>();
        services.AddSingleton<FacilityPress>();
        return services;
    }

    private static Institution InstitutionOf(IConfiguration section) => new()
    {
        Name = Bilingual(section, "Name"),
        Board = Bilingual(section, "Board"),
        Address = [.. Lines(section, "Address")],
        Town = Text(section, "Town"),
        ExecutiveBoard = section.GetSection("ExecutiveBoard").Exists() ? Bilingual(section, "ExecutiveBoard") : new("College van Bestuur", "Executive Board"),
        ExecutiveBoardAddress = [.. Lines(section, "ExecutiveBoardAddress")],
        AppealsBoard = section.GetSection("AppealsBoard").Exists() ? Bilingual(section, "AppealsBoard") : new("College van beroep voor de examens", "Examination Appeals Board"),
        AppealsBoardAddress = [.. Lines(section, "AppealsBoardAddress")],
        AppealsDesk = Bilingual(section, "AppealsDesk"),
        AppealsDeskAddress = [.. Lines(section, "AppealsDeskAddress")],
        Support = Bilingual(section, "Support"),
        PrivacyStatement = Text(section, "PrivacyStatement"),
    };

    private static BilingualText Bilingual(IConfiguration section, string key) => new(Text(section, $"{key}:Dutch"), Text(section, $"{key}:English"));

    private static string[] Lines(IConfiguration section, string key) => section.GetSection(key).Get<string[]>() ?? [];

    // What is not set nobody makes up: the portal says so at the start, and no letter goes out without it.
    private static string Text(IConfiguration section, string key) => section[key] ?? "";
}
