using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Infrastructure.Pdf;

public static class DocumentServices
{
    /// <summary>Letters and processen-verbaal as PDF, in the name of the institution of the configuration.</summary>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(InstitutionOf(configuration.GetRequiredSection("Institution")));
        services.AddSingleton<DocumentPrinter>();
        services.AddSingleton<DocumentPress>();
        return services;
    }

    private static Institution InstitutionOf(IConfiguration section) => new()
    {
        Name = Bilingual(section, "Name"),
        Board = Bilingual(section, "Board"),
        ExecutiveBoard = section.GetSection("ExecutiveBoard").Exists() ? Bilingual(section, "ExecutiveBoard") : new("College van Bestuur", "Executive Board"),
        Address = [.. Lines(section, "Address")],
        Town = Text(section, "Town"),
        AppealsDesk = Bilingual(section, "AppealsDesk"),
        AppealsDeskAddress = [.. Lines(section, "AppealsDeskAddress")],
        Support = Bilingual(section, "Support"),
        PrivacyStatement = Text(section, "PrivacyStatement"),
    };

    private static BilingualText Bilingual(IConfiguration section, string key) => new(Text(section, $"{key}:Dutch"), Text(section, $"{key}:English"));

    private static string[] Lines(IConfiguration section, string key) => section.GetSection(key).Get<string[]>() ?? [];

    private static string Text(IConfiguration section, string key) =>
        section[key] is { Length: > 0 } text ? text : throw new InvalidOperationException($"The configuration lacks Institution:{key}.");
}
