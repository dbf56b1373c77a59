using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReviewPortal.Infrastructure.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReceiptsReportsAndWhoWasHeard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NotHeard",
                table: "Objections",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NotHeardOn",
                table: "Objections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mark",
                table: "Notifications",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "MailReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    Stand = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Notification = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sign = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Recipient = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    Diagnosis = table.Column<string>(type: "TEXT", nullable: false),
                    Server = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailReports", x => x.Id);
                    table.CheckConstraint("CK_MatchedBySomething", "(\"Notification\" IS NULL) = (\"Sign\" IS NULL)");
                    table.ForeignKey(
                        name: "FK_MailReports_Notifications_Notification",
                        column: x => x.Notification,
                        principalTable: "Notifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    TriedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Receipts_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportsSetAside",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Case = table.Column<Guid>(type: "TEXT", nullable: false),
                    Report = table.Column<Guid>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportsSetAside", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportsSetAside_Cases_Case",
                        column: x => x.Case,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReportsSetAside_MailReports_Report",
                        column: x => x.Report,
                        principalTable: "MailReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MarkedOnce",
                table: "Notifications",
                column: "Mark",
                unique: true,
                filter: "\"Mark\" <> ''");

            migrationBuilder.CreateIndex(
                name: "IX_MailReports_Notification",
                table: "MailReports",
                column: "Notification");

            migrationBuilder.CreateIndex(
                name: "IX_MailReports_TakenAt",
                table: "MailReports",
                column: "TakenAt");

            migrationBuilder.CreateIndex(
                name: "IX_TakenInOnce",
                table: "MailReports",
                columns: new[] { "Sha256", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_At",
                table: "Receipts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_Case",
                table: "Receipts",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_ReportsSetAside_Case",
                table: "ReportsSetAside",
                column: "Case");

            migrationBuilder.CreateIndex(
                name: "IX_ReportsSetAside_Report",
                table: "ReportsSetAside",
                column: "Report",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Receipts");

            migrationBuilder.DropTable(
                name: "ReportsSetAside");

            migrationBuilder.DropTable(
                name: "MailReports");

            migrationBuilder.DropIndex(
                name: "IX_MarkedOnce",
                table: "Notifications");

            migrationBuilder.DropColumn(
                name: "NotHeard",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "NotHeardOn",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "Mark",
                table: "Notifications");
        }
    }
}
