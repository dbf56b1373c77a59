using System.Collections.Immutable;

namespace ReviewPortal.Core.Necessity;

/// <summary>What the protocol says of online proctoring as a special facility at the student's request (route 1).</summary>
internal static class FacilityProvisions
{
    public static readonly ImmutableArray<Provision> All =
    [
        new(Provisions.FacilityCircumstances, "Als bijzondere toetsvoorziening, 2", "As a special facility, 2",
            "Indien een student de toets op locatie niet kan bijwonen wegens bijzondere omstandigheden, kan de student de examencommissie verzoeken om de toets via online proctoring af te nemen.",
            "If a student cannot attend the test on location because of special circumstances, the student may ask the board to have the test taken with online proctoring.",
            IsQuoted: true),
        new(Provisions.FacilityTerm, "Als bijzondere toetsvoorziening, 3", "As a special facility, 3",
            "Het verzoek om de toets via online proctoring af te nemen, moet minimaal 3 weken voor de toetsdatum worden ingediend. Als deze termijn vanwege de aard van de bijzondere omstandigheden niet mogelijk is, zoals bijv. het in quarantaine moeten blijven in verband met Covid-19, geldt dat het verzoek zo spoedig mogelijk gedaan moet worden.",
            "The request to have the test taken with online proctoring must be filed at least 3 weeks before the date of the test. If the nature of the special circumstances makes this impossible, such as having to stay in quarantine because of Covid-19, the request must be made as soon as possible.",
            IsQuoted: true),
        new(Provisions.FacilityConditions, "Als bijzondere toetsvoorziening, 4", "As a special facility, 4",
            "De examencommissie beslist of er sprake is van een bijzondere omstandigheid en of de student toestemming krijgt voor het maken van de toets via online proctoring. Toestemming voor online proctoring, afgenomen volgens dit protocol en de privacyverklaring UU, wordt alleen gegeven als: -\u00A0er geen alternatieve vormen van toetsing beschikbaar zijn, of alternatieve maatregelen zoals een lichtere vorm van online surveilleren; -\u00A0in overeenstemming met de onderwijsdirecteur is vastgesteld dat de toets in aanmerking komt voor online proctoring.",
            "The board decides whether there is a special circumstance and whether the student is permitted to take the test with online proctoring. Permission for online proctoring, taken under this protocol and the UU privacy statement, is given only if: -\u00A0no alternative forms of testing are available, or alternative measures such as a lighter form of online invigilation; -\u00A0it has been established in agreement with the director of education that the test qualifies for online proctoring.",
            IsQuoted: true),
    ];
}
